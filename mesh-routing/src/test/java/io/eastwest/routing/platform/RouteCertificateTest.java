package io.eastwest.routing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.openshift.Route;
import io.eastwest.model.reader.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RouteCertificateTest {
    private static String identity(String tls) {
        Route route = (Route) ManifestReader.strict()
                .read(
                        "route.yaml",
                        TwoClusterShop.route(
                                "front", "\n  host: shop.example.com\n  to: {kind: Service, name: front}\n" + tls))
                .orThrow()
                .get(0)
                .resource();
        return RouteCertificate.identity(route);
    }

    private static String pem() {
        try (InputStream file = RouteCertificateTest.class.getResourceAsStream("/platform/shop.pem")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void isNamedBySubjectAndNamesInOrder() {
        assertThat(identity("  tls:\n    termination: edge\n    certificate: |\n" + pem().indent(6)))
                .isEqualTo("CN=Shop, O=Town [api.example.com, shop.example.com]");
    }

    @Test
    void mayStandInASecret() {
        assertThat(identity("  tls: {termination: edge, externalCertificate: {name: shop-tls}}\n"))
                .isEqualTo("that of Secret shop/shop-tls");
    }

    @Test
    void isThatOfTheRouterWhereTheRouteHasNone() {
        assertThat(identity("  tls: {termination: edge}\n")).isEqualTo("that of the router");
        assertThat(identity("")).isEqualTo("that of the router");
    }

    @Test
    void maybeUnreadable() {
        assertThat(identity("  tls: {termination: edge, certificate: none}\n")).isEqualTo("one that cannot be read");
    }
}
