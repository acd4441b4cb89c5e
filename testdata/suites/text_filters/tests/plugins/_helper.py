raise AssertionError("files with an underscore are not plug-ins")
