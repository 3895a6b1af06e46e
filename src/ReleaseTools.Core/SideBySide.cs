using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ReleaseTools;

/// <summary>The same work for each of many things, on all processors.</summary>
internal static class SideBySide
{
    /// <summary>What comes of each thing, in their order.</summary>
    /// <param name="things">What the work is done for.</param>
    /// <param name="work">Done for several at once, so it changes nothing that they share. What it throws is thrown here.</param>
    public static ImmutableArray<TResult> Select<T, TResult>(ImmutableArray<T> things, Func<T, TResult> work)
    {
        var results = new TResult[things.Length];

        try
        {
            Parallel.For(0, things.Length, index => results[index] = work(things[index]));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }
}
