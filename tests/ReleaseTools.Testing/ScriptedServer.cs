using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReleaseTools.Testing;

/// <summary>An HTTP server on loopback that answers as a test says, and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _serving;
    private readonly ConcurrentQueue<(string Request, string Authorization, string Body)> _asked = new();

    public ScriptedServer()
    {
        for (var attempt = 1; ; attempt++)
        {
            using var socket = new TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            Host = $"localhost:{((IPEndPoint)socket.LocalEndpoint).Port}";
            socket.Stop();
            _listener = new HttpListener { Prefixes = { $"http://{Host}/" } };

            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                _listener.Close();
            }
        }

        _serving = Task.Run(Serve);
    }

    public string Host { get; }

    /// <summary>What it answers: a status, headers as pairs, and a body.</summary>
    public Func<HttpListenerRequest, (int Status, (string Name, string Value)[] Headers, byte[] Body)> Answer { get; set; } = _ => (404, [], []);

    /// <summary>Method and address, what stood in the header <c>Authorization</c>, and the body.</summary>
    public IReadOnlyList<(string Request, string Authorization, string Body)> Asked => [.. _asked];

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
    }

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                _asked.Enqueue(($"{context.Request.HttpMethod} {context.Request.Url!.PathAndQuery}", context.Request.Headers["Authorization"] ?? "", await reader.ReadToEndAsync()));
                await Respond(context.Response, Answer(context.Request));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                if (!_listener.IsListening)
                {
                    return;
                }
            }
        }
    }

    private static async Task Respond(HttpListenerResponse response, (int Status, (string Name, string Value)[] Headers, byte[] Body) answer)
    {
        using var closing = response;
        response.StatusCode = answer.Status;

        foreach (var (name, value) in answer.Headers)
        {
            response.AddHeader(name, value);
        }

        await response.OutputStream.WriteAsync(answer.Body);
    }
}
