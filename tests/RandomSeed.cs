using System.Globalization;

namespace ReleaseTools.Tests;

/// <summary>Where random tests begin: anywhere, or where <c>RELEASETOOLS_SEED</c> says.</summary>
internal static class RandomSeed
{
    public static int Choose(TestContext context, int count)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("RELEASETOOLS_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next(int.MaxValue - count);
        context.WriteLine($"seed {seed}: set RELEASETOOLS_SEED={seed} to run the same {count} again");
        return seed;
    }
}
