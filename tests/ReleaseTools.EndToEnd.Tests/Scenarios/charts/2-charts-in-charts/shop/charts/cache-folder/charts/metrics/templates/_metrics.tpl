{{- define "metrics" }}{{ end }}
