package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.AUTO;
import static io.eastwest.routing.security.SecuredApp.HTTP;
import static io.eastwest.routing.security.SecuredApp.TCP;
import static io.eastwest.routing.security.SecuredApp.UNDECLARED;
import static io.eastwest.routing.security.SecuredApp.WEB;
import static io.eastwest.routing.security.SecuredApp.get;
import static io.eastwest.routing.security.SecuredApp.manifest;
import static io.eastwest.routing.security.SecuredApp.mesh;
import static io.eastwest.routing.security.SecuredApp.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static SecuredApp mode(String mode) {
        return SecuredApp.under(manifest("PeerAuthentication", "foo", "default", "{mtls: {mode: " + mode + "}}"));
    }

    private static ConnectionBuilder meshHttp(int port) {
        return mesh(port, WEB, "istio-http/1.1", "istio", "http/1.1");
    }

    private static ConnectionBuilder meshTcp(int port) {
        return mesh(port, WEB, "istio-peer-exchange", "istio");
    }

    private static ConnectionBuilder ownTls(int port) {
        return plain(port).tls(new TlsClientHello(Optional.of("app.foo"), List.of("h2", "http/1.1")));
    }

    @ParameterizedTest
    @CsvSource({
        "STRICT, 8080, 200, closed, closed",
        "STRICT, 7000, 200, closed, closed",
        "STRICT, 6000, 200, closed, closed",
        "PERMISSIVE, 8080, 200, 200, closed",
        "PERMISSIVE, 7000, 200, 200, ok",
        "PERMISSIVE, 6000, 200, 200, ok",
        "DISABLE, 7000, 200, 200, ok",
        "DISABLE, 6000, 200, 200, ok"
    })
    void portsThatReadHttpAdmitByMode(String mode, int port, String mutual, String plaintext, String foreign) {
        SecuredApp app = mode(mode);

        assertThat(app.http(meshHttp(port), get("/"))).isEqualTo(mutual);
        assertThat(app.http(plain(port), get("/"))).isEqualTo(plaintext);
        assertThat(app.tcp(ownTls(port))).isEqualTo(foreign);
    }

    @Test
    void anHttpPortWithoutMutualTlsReadsTlsAsBrokenHttp() {
        SecuredApp app = mode("DISABLE");

        assertThat(app.http(plain(HTTP), get("/"))).isEqualTo("200");
        assertThat(app.http(meshHttp(HTTP), get("/"))).isNotEqualTo("200");
        assertThat(app.tcp(ownTls(HTTP))).isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({"STRICT, ok, closed, closed", "PERMISSIVE, ok, ok, ok", "DISABLE, ok, ok, ok"})
    void tcpPortsAdmitByMode(String mode, String mutual, String plaintext, String foreign) {
        SecuredApp app = mode(mode);

        assertThat(app.tcp(meshTcp(TCP))).isEqualTo(mutual);
        assertThat(app.tcp(plain(TCP))).isEqualTo(plaintext);
        assertThat(app.tcp(ownTls(TCP))).isEqualTo(foreign);
    }

    @Test
    void certificatesOfOtherTrustDomainsAreRefused() {
        SecuredApp app = SecuredApp.under();

        assertThat(app.http(mesh(HTTP, "other.example/ns/bar/sa/web", "istio"), get("/")))
                .isEqualTo("closed");
        assertThat(app.http(plain(HTTP), get("/"))).isEqualTo("200");
    }

    @Test
    void aliasesAndFurtherRootsWidenTheTrustDomains() {
        SecuredApp app = SecuredApp.under("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  mesh: |
                    trustDomainAliases: [old.example]
                    caCertificates: [{trustDomains: [partner.example]}]
                """);

        assertThat(app.http(mesh(HTTP, "old.example/ns/bar/sa/web", "istio"), get("/")))
                .isEqualTo("200");
        assertThat(app.http(mesh(HTTP, "partner.example/ns/bar/sa/web", "istio"), get("/")))
                .isEqualTo("200");
        assertThat(app.http(mesh(HTTP, "else.example/ns/bar/sa/web", "istio"), get("/")))
                .isEqualTo("closed");
    }

    @Test
    void portsOfThePolicyAreThoseOfTheWorkload() {
        SecuredApp app = SecuredApp.under(manifest(
                "PeerAuthentication",
                "foo",
                "w",
                "{selector: {matchLabels: {app: a}}, portLevelMtls: {8080: {mode: STRICT}, 80: {mode: DISABLE}}}"));

        assertThat(app.http(plain(HTTP), get("/"))).isEqualTo("closed");
        assertThat(app.tcp(plain(TCP))).isEqualTo("ok");
    }

    @Test
    void aPortThatNoServiceDeclaresHasItsOwnMode() {
        SecuredApp app = SecuredApp.under(manifest(
                "PeerAuthentication",
                "foo",
                "w",
                "{selector: {matchLabels: {app: a}}, mtls: {mode: STRICT}, portLevelMtls: {6000: {mode: DISABLE}}}"));

        assertThat(app.tcp(plain(UNDECLARED))).isEqualTo("ok");
        assertThat(app.tcp(plain(6001))).isEqualTo("closed");
        assertThat(app.tcp(plain(AUTO))).isEqualTo("closed");
    }

    @Test
    void namesAreThoseOfIstiod() {
        ProxyAnswer declared = SecuredApp.under().answer(plain(HTTP), Optional.of(get("/").build()));
        ProxyAnswer other = SecuredApp.under().answer(plain(UNDECLARED), Optional.of(get("/").build()));

        assertThat(declared.listener()).contains("virtualInbound");
        assertThat(declared.filterChain()).contains("0.0.0.0_8080");
        assertThat(declared.routeConfiguration()).contains("inbound|8080||");
        assertThat(declared.virtualHost()).contains("inbound|http|80");
        assertThat(other.filterChain()).contains("virtualInbound-catchall-http");
        assertThat(other.routeConfiguration()).contains("InboundPassthroughCluster");
        assertThat(other.virtualHost()).contains("inbound|http|0");
    }
}
