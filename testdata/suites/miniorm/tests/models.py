from orm import Field, Model


class User(Model):
    name = Field(str)
    age = Field(int, default=18)
    email = Field(str, null=True)


class Tag(Model):
    table = "tags_table"
    label = Field(str)
