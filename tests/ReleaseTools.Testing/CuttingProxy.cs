using System.Net;
using System.Net.Sockets;

namespace ReleaseTools.Testing;

/// <summary>A way to a registry that can end: after so many bytes towards it every connection is cut, and no new one is let through until it is mended.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _target;
    private readonly Task _serving;
    private CancellationTokenSource _cut = new();
    private long _left;

    /// <param name="target">Where it leads, as in <c>localhost:5000</c>.</param>
    /// <param name="bytes">How many go through.</param>
    public CuttingProxy(string target, long bytes = long.MaxValue)
    {
        _target = int.Parse(target.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        _left = bytes;
        _listener.Start();
        Host = $"localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = Task.Run(Serve);
    }

    public string Host { get; }

    public bool IsCut => Interlocked.Read(ref _left) <= 0;

    /// <summary>Whatever was cut is gone; what comes now goes through, as far as it is said to.</summary>
    public void Mend(long bytes = long.MaxValue)
    {
        _cut = new();
        Interlocked.Exchange(ref _left, bytes);
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = Task.Run(() => Carry(client));
            }
        }
        catch (OperationCanceledException)
        {
            // It is disposed of.
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_cut.Token, _end.Token);
        using var near = client;
        using var far = new TcpClient { NoDelay = true };

        try
        {
            if (!IsCut)
            {
                await far.ConnectAsync("localhost", _target, end.Token);
                await Task.WhenAny(Forward(near.GetStream(), far.GetStream(), end.Token), far.GetStream().CopyToAsync(near.GetStream(), end.Token));
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // One side went away.
        }
    }

    private async Task Forward(NetworkStream from, NetworkStream to, CancellationToken cancellation)
    {
        var piece = new byte[4096];

        while (await from.ReadAsync(piece, cancellation) is > 0 and var count)
        {
            if (Interlocked.Add(ref _left, -count) <= 0)
            {
                await _cut.CancelAsync();
                return;
            }

            await to.WriteAsync(piece.AsMemory(0, count), cancellation);
        }
    }
}
