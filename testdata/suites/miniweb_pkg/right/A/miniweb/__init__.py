from .app import App
from .request import Request

__version__ = "0.1.0"
__all__ = ["App", "Request"]
