using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>What stamping a file changes, in the unified format of diff.</summary>
internal static class StampDiff
{
    /// <summary>Empty where nothing changes.</summary>
    public static string Of(StampPlan plan) => UnifiedDiff.Of(plan.Source, plan.Differences.Select(value => value.Edit!.Value));
}
