using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace ReleaseTools.Git.Stored;

/// <summary>A path as git's changed-path filters know it: two murmur3 hashes, from which the places of its bits follow (gitformat-commit-graph, BDAT).</summary>
internal readonly record struct ChangedPathKey(uint First, uint Second)
{
    private const uint FirstSeed = 0x293ae76f;
    private const uint SecondSeed = 0x7e646e2c;

    /// <summary>Null where the filters hash this path in a way of their own: the first version, and a byte above 127.</summary>
    public static ChangedPathKey? Of(string path, ChangedPathSettings settings) =>
        settings.HashVersion == 2 || (settings.HashVersion == 1 && Ascii.IsValid(path)) ? Of(Encoding.UTF8.GetBytes(path)) : null;

    /// <summary>False where the path was certainly not changed. An empty filter knows nothing.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> filter, int hashes)
    {
        var bits = (uint)filter.Length * 8;

        for (uint i = 0; bits > 0 && i < hashes; i++)
        {
            var bit = unchecked(First + (i * Second)) % bits;

            if ((filter[(int)(bit / 8)] & (1 << (int)(bit % 8))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ChangedPathKey Of(byte[] path) => new(Murmur3(FirstSeed, path), Murmur3(SecondSeed, path));

    /// <summary>MurmurHash3, x86, 32 bits.</summary>
    private static uint Murmur3(uint seed, ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var hash = seed;
            var rest = data;

            for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
            {
                hash = (BitOperations.RotateLeft(hash ^ Scramble(BinaryPrimitives.ReadUInt32LittleEndian(rest)), 13) * 5) + 0xe6546b64;
            }

            var tail = 0u;

            for (var i = rest.Length - 1; i >= 0; i--)
            {
                tail = (tail << 8) | rest[i];
            }

            hash ^= Scramble(tail) ^ (uint)data.Length;
            hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
            hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
            return hash ^ (hash >> 16);
        }

        static uint Scramble(uint block) => unchecked(BitOperations.RotateLeft(block * 0xcc9e2d51, 15) * 0x1b873593);
    }
}
