using System.Globalization;

namespace ReleaseTools.Cli;

/// <summary>A line on a terminal that says how far long work is, and leaves nothing behind. Short work is done before it shows.</summary>
/// <param name="output">The terminal; null where nobody looks.</param>
/// <param name="what">What is counted.</param>
/// <param name="isDue">Whether enough time has gone by since the line was last written.</param>
internal sealed class ProgressLine(TextWriter? output, string what, Func<bool> isDue) : IDisposable
{
    private const string ToStartAndErase = "\r\e[K";

    private bool _isShown;

    /// <summary>Null where nobody looks, so that nobody counts.</summary>
    public Action<int>? Report => output is null ? null : Write;

    public void Clear()
    {
        if (_isShown)
        {
            output!.Write(ToStartAndErase);
            _isShown = false;
        }
    }

    public void Dispose() => Clear();

    private void Write(int count)
    {
        if (isDue())
        {
            output!.Write(string.Create(CultureInfo.InvariantCulture, $"{ToStartAndErase}{count:N0} {what}"));
            _isShown = true;
        }
    }
}
