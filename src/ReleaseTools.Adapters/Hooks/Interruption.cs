using System.Runtime.InteropServices;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>A signal that asks this process to end: taken as a wish to stop, so that what is half done can be undone first.</summary>
internal sealed class Interruption : IDisposable
{
    private const int Shells = 128;

    private static readonly (PosixSignal Signal, int Number)[] Known = [(PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15)];

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _number;

    public Interruption() => _registrations = [.. Known.Select(known => PosixSignalRegistration.Create(known.Signal, context => Take(context, known.Number)))];

    public CancellationToken Token => _stop.Token;

    /// <summary>What a shell says of a program that a signal ended; null where none came.</summary>
    public int? ExitCode => Volatile.Read(ref _number) is not 0 and var number ? Shells + number : null;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Take(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        Interlocked.CompareExchange(ref _number, number, 0);
        _stop.Cancel();
    }
}
