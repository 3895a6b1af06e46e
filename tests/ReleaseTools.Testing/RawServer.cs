using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ReleaseTools.Testing;

/// <summary>A server on loopback that says one text to whoever asks and then nothing more, with a certificate nobody vouches for or without TLS.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;
    private int _heard;

    public RawServer(string answer, bool hasTls = false)
    {
        _certificate = hasTls ? Certificate() : null;
        _listener.Start();
        Host = $"localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = Serve(Encoding.Latin1.GetBytes(answer));
    }

    public string Host { get; }

    /// <summary>How many requests arrived.</summary>
    public int Heard => _heard;

    public void Dispose()
    {
        _end.Cancel();
        _serving.GetAwaiter().GetResult();
        _listener.Stop();
        _certificate?.Dispose();
        _end.Dispose();
    }

    private async Task Serve(byte[] answer)
    {
        var talks = new List<Task>();

        try
        {
            while (true)
            {
                talks.Add(Talk(await _listener.AcceptTcpClientAsync(_end.Token), answer));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client, byte[] answer)
    {
        using var closing = client;

        try
        {
            await using Stream stream = _certificate is null ? client.GetStream() : new SslStream(client.GetStream());
            await (stream is SslStream tls ? tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token) : Task.CompletedTask);

            if (await stream.ReadAsync(new byte[8192], _end.Token) > 0)
            {
                Interlocked.Increment(ref _heard);
                await stream.WriteAsync(answer, _end.Token);
                await Task.Delay(Timeout.Infinite, _end.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client left, or the test is over.
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
