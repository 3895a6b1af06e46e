using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>Goes through a template as Go's language for them has it, as far as to see where actions and blocks end.</summary>
internal sealed class TemplateScanner(SourceText source)
{
    private readonly string _text = source.Text;
    private readonly Stack<(string Keyword, int Start)> _open = new();
    private readonly List<Diagnostic> _findings = [];
    private int _at;

    public IReadOnlyList<Diagnostic> Scan()
    {
        while (_at < _text.Length && _text.IndexOf("{{", _at, StringComparison.Ordinal) is >= 0 and var start)
        {
            _at = start + 2;
            SkipTrim();

            if (!(Stands("/*") ? SkipComment(start) : SkipAction(start)))
            {
                // What follows would be read out of step.
                return _findings;
            }
        }

        _findings.AddRange(_open.Reverse().Select(block => ChartDiagnostics.OpenBlock(source.SpotAt(block.Start), block.Keyword)));
        return _findings;
    }

    private bool Stands(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;

    /// <summary>A hyphen with a blank behind it belongs to the braces.</summary>
    private void SkipTrim() => _at += _text.AsSpan(_at) is ['-', ' ' or '\t' or '\r' or '\n', ..] ? 2 : 0;

    private bool SkipComment(int start)
    {
        var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + 2;
        _at += _text.AsSpan(_at) is [' ' or '\t' or '\r' or '\n', '-', '}', ..] ? 2 : 0;

        if (end < 0 || !Stands("}}"))
        {
            return Report(start, "A comment '{{/*'");
        }

        _at += 2;
        return true;
    }

    private bool SkipAction(int start)
    {
        var words = _at;
        var brackets = new Stack<int>();

        while (_at < _text.Length && !Stands("}}"))
        {
            var character = _text[_at];

            switch (character)
            {
                case '"' or '\'' or '`':
                    if (!SkipQuoted(character))
                    {
                        return Report(_at, character == '\'' ? "A character in quotes" : "A text in quotes");
                    }

                    continue;
                case '{':
                    return Report(start, "An action '{{'");
                case '(':
                    brackets.Push(_at);
                    break;
                case ')' when !brackets.TryPop(out _):
                    return Report(start, "An action '{{' with a bracket ')' too many");
            }

            _at++;
        }

        if (_at == _text.Length || brackets.Count > 0)
        {
            return Report(brackets.Count > 0 && _at < _text.Length ? brackets.Peek() : start, brackets.Count > 0 && _at < _text.Length ? "A bracket '('" : "An action '{{'");
        }

        Follow(start, Keyword(words));
        _at += 2;
        return true;
    }

    /// <summary>Stays where it was at a text that does not end.</summary>
    private bool SkipQuoted(char quote)
    {
        for (var i = _at + 1; i < _text.Length && (quote == '`' || _text[i] is not '\n'); i++)
        {
            if (_text[i] == quote)
            {
                _at = i + 1;
                return true;
            }

            i += _text[i] == '\\' && quote != '`' ? 1 : 0;
        }

        return false;
    }

    private string Keyword(int start)
    {
        var rest = _text.AsSpan(start, _at - start).TrimStart();
        var end = rest.IndexOfAnyExceptInRange('a', 'z');
        return end < 0 || !(char.IsLetterOrDigit(rest[end]) || rest[end] == '_') ? (end < 0 ? rest : rest[..end]).ToString() : "";
    }

    private void Follow(int start, string keyword)
    {
        switch (keyword)
        {
            case "if" or "range" or "with" or "define" or "block":
                _open.Push((keyword, start));
                break;
            case "end" or "else" when _open.Count == 0:
                _findings.Add(ChartDiagnostics.OpenBlock(source.SpotAt(start), keyword));
                break;
            case "end":
                _open.Pop();
                break;
        }
    }

    private bool Report(int offset, string what)
    {
        _findings.Add(ChartDiagnostics.OpenAction(source.SpotAt(offset), what));
        return false;
    }
}
