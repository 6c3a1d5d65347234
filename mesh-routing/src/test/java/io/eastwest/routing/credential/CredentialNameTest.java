package io.eastwest.routing.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names of credentials mean to a proxy of namespace {@code edge}. */
class CredentialNameTest {
    @ParameterizedTest
    @CsvSource({
        "shop, OWN_CLUSTER, edge/shop",
        "kubernetes://shop, OWN_CLUSTER, edge/shop",
        "safe/shop, OWN_CLUSTER, safe/shop",
        "kubernetes://safe/shop, OWN_CLUSTER, safe/shop",
        "kubernetes-gateway://safe/shop, CONFIGURATION, safe/shop",
        "configmap://safe/ca, CONFIG_MAP, safe/ca",
        "kubernetes-gateway://shop, NOWHERE, /",
        "kubernetes-gateway:///shop, NOWHERE, /",
        "configmap://safe/, NOWHERE, /",
        "invalid://whatever, NOWHERE, /",
        "builtin://, ELSEWHERE, /",
        "sds://vault, ELSEWHERE, /"
    })
    void areSchemeNamespaceAndName(String text, CredentialName.Source source, String place) {
        CredentialName name = CredentialName.parse(text, "edge");

        assertThat(name.source()).isEqualTo(source);
        assertThat(name.place()).isEqualTo(place);
    }
}
