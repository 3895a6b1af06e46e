using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts;

/// <summary>What a chart may still hold, the charts in it counted: an archive in an archive in an archive stays as small as one.</summary>
internal sealed class ChartBudget(string place)
{
    private long _bytes = ChartLimits.ChartBytes;
    private int _files = ChartLimits.Files;

    /// <exception cref="ReleaseException">RT7083 or RT7084: the file, or all of them together, are too large.</exception>
    public void Take(string path, long bytes)
    {
        if (bytes is < 0 or > ChartLimits.FileBytes)
        {
            throw new ReleaseException(ChartDiagnostics.FileTooLarge(path));
        }

        _bytes -= bytes;

        if (_bytes < 0 || --_files < 0)
        {
            throw new ReleaseException(ChartDiagnostics.ChartTooLarge(place));
        }
    }
}
