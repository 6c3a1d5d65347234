package io.eastwest.model.analysis;

/** A self-signed certificate for {@code a.com}, whose key was thrown away. */
final class TestCertificate {
    static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBdjCCARugAwIBAgIUHCpTDbanhOujvxPeEh+cwl62UaMwCgYIKoZIzj0EAwIw
            EDEOMAwGA1UEAwwFYS5jb20wHhcNMjYxMTI5MTkwMTMzWhcNMzYxMTI2MTkwMTMz
            WjAQMQ4wDAYDVQQDDAVhLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHZu
            ooeov0rQ+/CyMCIXeITHqZnaZvOIE72tAMgL9Em1i9rRDVa0VZuQq3aQUfqRlHYC
            bnG6k2T+5G7mxLz65UOjUzBRMB0GA1UdDgQWBBSwA9mBWbrevzlKjB9cwAN0+cXz
            tTAfBgNVHSMEGDAWgBSwA9mBWbrevzlKjB9cwAN0+cXztTAPBgNVHRMBAf8EBTAD
            AQH/MAoGCCqGSM49BAMCA0kAMEYCIQCfQn3FUSzwpZFzcqtRLlieQTJTJZd6wlbz
            jB3lHN/m7QIhAK+EMYWhnBHJrAEDxsDD33rY9bAAJh71pr2E35G5JEyX
            -----END CERTIFICATE-----
            """;

    private TestCertificate() {}
}
