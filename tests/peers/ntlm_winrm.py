#!/usr/bin/python3
"""pywinrm (Debian: python3-winrm) asks one question by NTLM, encrypted: ntlm_winrm.py URL USER < envelope

The password is the first line of standard input, the envelope the rest. Prints the answer, decrypted."""
import sys
from winrm.protocol import Protocol

url, user = sys.argv[1:]
password = sys.stdin.readline().rstrip("\n")
peer = Protocol(url, transport="ntlm", username=user, password=password, message_encryption="always")
answer = peer.send_message(sys.stdin.read())
print(answer if isinstance(answer, str) else answer.decode())
