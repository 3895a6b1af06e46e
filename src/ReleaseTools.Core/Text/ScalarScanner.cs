using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ReleaseTools.Text;

/// <summary>
/// Passes tokens on and remembers where each scalar begins. The parser's events count an anchor or a tag as part of the scalar;
/// the tokens do not.
/// </summary>
internal sealed class ScalarScanner(IScanner inner) : IScanner
{
    private readonly Dictionary<long, long> _starts = [];

    public Mark CurrentPosition => inner.CurrentPosition;

    public Token? Current => inner.Current;

    public bool MoveNext() => Note(inner.MoveNext());

    public bool MoveNextWithoutConsuming() => Note(inner.MoveNextWithoutConsuming());

    public void ConsumeCurrent() => inner.ConsumeCurrent();

    /// <summary>Where the scalar that ends here begins; null where a value is left out.</summary>
    public int? StartOf(long end) => _starts.TryGetValue(end, out var start) ? (int)start : null;

    private bool Note(bool moved)
    {
        if (moved && inner.Current is Scalar scalar)
        {
            _starts[scalar.End.Index] = scalar.Start.Index;
        }

        return moved;
    }
}
