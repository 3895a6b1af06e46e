using System.Collections.Immutable;

namespace ReleaseTools.Diagnostics;

/// <summary>What is wrong with several things, told together.</summary>
internal static class Complaints
{
    /// <exception cref="ReleaseException">All that is wrong with any of them.</exception>
    public static ImmutableArray<TResult> Gather<T, TResult>(IEnumerable<T> items, Func<T, TResult> parse)
    {
        var results = ImmutableArray.CreateBuilder<TResult>();
        var complaints = new List<Diagnostic>();

        foreach (var item in items)
        {
            try
            {
                results.Add(parse(item));
            }
            catch (ReleaseException stop)
            {
                complaints.AddRange(stop.Diagnostics);
            }
        }

        return complaints is [] ? results.DrainToImmutable() : throw new ReleaseException(complaints);
    }
}
