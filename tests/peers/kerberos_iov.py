#!/usr/bin/python3
"""MIT Kerberos by gss_wrap_iov, as pypsrp and Windows do (Debian: python3-gssapi): kerberos_iov.py ADDRESS PORT SERVICE@HOST < envelopes

Envelopes are parted by lines of one NUL. Signs in by SPNEGO with the ticket of the cache, sends each sealed as
[HEADER | DATA | PADDING], opens the answers and prints them."""
import base64, http.client, struct, sys
import gssapi
from gssapi.raw import IOV, IOVBufferType, unwrap_iov, wrap_iov

BOUNDARY, PROTOCOL = "Encrypted Boundary", "application/HTTP-SPNEGO-session-encrypted"
OCTETS = b"\tContent-Type: application/octet-stream\r\n"
address, port, service = sys.argv[1:]
flags = gssapi.RequirementFlag
context = gssapi.SecurityContext(
    name=gssapi.Name(service, gssapi.NameType.hostbased_service), usage="initiate", mech=gssapi.OID.from_int_seq("1.3.6.1.5.5.2"),
    flags=flags.mutual_authentication | flags.confidentiality | flags.integrity | flags.out_of_sequence_detection)
connection = http.client.HTTPConnection(address, int(port))


def post(body, headers):
    connection.request("POST", "/wsman", body, headers)
    answer = connection.getresponse()
    return answer, answer.read()


token = context.step()
while token:
    answer, _ = post(b"", {"Authorization": "Negotiate " + base64.b64encode(token).decode()})
    scheme, _, reply = answer.getheader("WWW-Authenticate", "").partition(" ")
    token = context.step(base64.b64decode(reply)) if reply else None
if not context.complete or answer.status != 200:
    sys.exit(f"not signed in: HTTP {answer.status}")


def seal(plain):
    iov = IOV(IOVBufferType.header, plain, IOVBufferType.padding, std_layout=False)
    wrap_iov(context, iov, confidential=True)
    header, data = iov[0].value, iov[1].value + (iov[2].value or b"")
    return (f"--{BOUNDARY}\r\n\tContent-Type: {PROTOCOL}\r\n"
            f"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length={len(plain)}\r\n--{BOUNDARY}\r\n").encode() \
        + OCTETS + struct.pack("<i", len(header)) + header + data + f"--{BOUNDARY}--\r\n".encode()


def unseal(body):
    start, end = body.index(OCTETS) + len(OCTETS), body.rindex(f"--{BOUNDARY}--".encode())
    size, = struct.unpack("<i", body[start:start + 4])
    header, data = body[start + 4:start + 4 + size], body[start + 4 + size:end]
    said = int(body[:start].split(b";Length=")[1].split(b"\r\n")[0])
    iov = IOV((IOVBufferType.header, False, header), data, IOVBufferType.padding, std_layout=False)
    if not unwrap_iov(context, iov).encrypted or len(iov[1].value) != said:
        sys.exit("an answer that is not encrypted, or not as long as it says")
    return iov[1].value


for envelope in sys.stdin.read().split("\0\n"):
    answer, body = post(seal(envelope.encode()), {"Content-Type": f'multipart/encrypted;protocol="{PROTOCOL}";boundary="{BOUNDARY}"'})
    print(answer.status, unseal(body).decode())
