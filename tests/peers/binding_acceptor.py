#!/usr/bin/python3
"""An HTTPS server that accepts Kerberos only when it is bound to its certificate (Debian: python3-gssapi):
binding_acceptor.py PEM HASH BOUND-TO < nothing

PEM holds certificate and key; HASH is the one that RFC 5929 §4.1 wants for it; BOUND-TO is a PEM file with the certificate that the client must
have seen: the same, or another one to see it refused. Prints the port, then for each sign-in who it was, or why not. Ends with its input."""
import base64, hashlib, http.server, ssl, sys, threading
import gssapi
from gssapi.raw import ChannelBindings

pem, algorithm, bound_to = sys.argv[1:]
text = open(bound_to).read()
der = ssl.PEM_cert_to_DER_cert(text[text.index("-----BEGIN CERTIFICATE"):text.index("-----END CERTIFICATE-----") + 25])
bindings = ChannelBindings(application_data=b"tls-server-end-point:" + hashlib.new(algorithm, der).digest())


gssapi.SecurityContext.__DEFER_STEP_ERRORS__ = False  # a refusal is an exception, not one more token


class Acceptor(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        reply = None
        if token:
            try:
                context = gssapi.SecurityContext(usage="accept", channel_bindings=bindings)
                reply = context.step(base64.b64decode(token))
                print("bound", context.initiator_name, flush=True)
            except gssapi.exceptions.GSSError as e:
                print("refused", type(e).__name__, flush=True)
        self.send_response(200 if reply else 401)
        self.send_header("WWW-Authenticate", scheme + " " + base64.b64encode(reply).decode() if reply else "Kerberos")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Acceptor)
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(pem)
server.socket = tls.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
