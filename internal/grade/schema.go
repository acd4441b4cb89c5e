package grade

import _ "embed" // for the schema

//go:embed result.schema.json
var schema string

// Schema is the JSON Schema (2020-12) of a Result in either view.
func Schema() string { return schema }
