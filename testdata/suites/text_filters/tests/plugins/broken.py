raise RuntimeError("this plug-in cannot be loaded")
