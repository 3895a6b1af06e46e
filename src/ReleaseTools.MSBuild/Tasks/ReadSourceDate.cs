using Microsoft.Build.Framework;
using ReleaseTools.Images;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Turns <c>SOURCE_DATE_EPOCH</c> into the date that a label says.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReadSourceDate : ReleaseTask
{
    [Required]
    public string Seconds { get; set; } = "";

    [Output]
    public string Date { get; private set; } = "";

    private protected override void Run() => Date = SourceDate.Parse(Seconds);
}
