using System.Net;
using System.Net.Sockets;

namespace ReleaseTools.Testing;

/// <summary>
/// Serves the <see cref="BaseImage"/> on loopback, read-only, as a registry would: <c>PublishContainer</c> takes a base image from a
/// registry and from nowhere else, and this one is there on a machine that has none.
/// </summary>
internal sealed class BaseImageServer : IDisposable
{
    private readonly BaseImage _image = new();
    private readonly HttpListener _listener;
    private readonly Task _serving;

    public BaseImageServer()
    {
        (_listener, var port) = Listen();
        Reference = $"localhost:{port}/base:1.0";
        _serving = Task.Run(Serve);
    }

    /// <summary>What to write into <c>ContainerBaseImage</c>.</summary>
    public string Reference { get; }

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
    }

    /// <summary>The listener cannot choose a port itself, and another program may take the one that was free a moment ago.</summary>
    private static (HttpListener Listener, int Port) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var listener = new HttpListener { Prefixes = { $"http://localhost:{port}/" } };

            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                await Answer(context.Request, context.Response);
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // Either a client went away, or this server did.
                if (!_listener.IsListening)
                {
                    return;
                }
            }
        }
    }

    private async Task Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        using var answer = response;
        var blob = Find(request.Url!.AbsolutePath);

        if (request.HttpMethod is not ("GET" or "HEAD"))
        {
            response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
        }
        else if (blob is not null)
        {
            response.ContentType = blob.MediaType;
            response.ContentLength64 = blob.Content.Length;
            response.Headers["Docker-Content-Digest"] = blob.Digest;
            await response.OutputStream.WriteAsync(request.HttpMethod == "GET" ? blob.Content : []);
        }
        else if (request.Url.AbsolutePath != "/v2/")
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
        }
    }

    private OciBlob? Find(string path) => path is "/v2/base/manifests/1.0"
        ? _image.Index
        : _image.Blobs.FirstOrDefault(blob => path == $"/v2/base/manifests/{blob.Digest}" || path == $"/v2/base/blobs/{blob.Digest}");
}
