class CalcError(Exception):
    position = 0


def tokenize(source):
    return source.split()


class Interpreter:
    def __init__(self, variables={}, functions={}):
        self.variables = variables
        self.functions = functions

    def run(self, source):
        try:
            if "=" in source:
                exec(source, {}, self.variables)
                return self.variables[source.split("=")[0].strip()]
            return eval(source.replace("^", "**"), {**self.functions}, self.variables)
        except SyntaxError as error:
            raise CalcError("syntax error") from error
