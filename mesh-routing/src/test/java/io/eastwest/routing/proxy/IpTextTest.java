package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IpTextTest {
    @Test
    void anAddressOfVersion6StandsInBracketsBeforeItsPort() {
        assertThat(IpText.withPort("10.0.0.1", 80)).isEqualTo("10.0.0.1:80");
        assertThat(IpText.withPort("2001:db8::1", 80)).isEqualTo("[2001:db8::1]:80");
        assertThat(IpText.withPort("[2001:db8::1]", 80)).isEqualTo("[2001:db8::1]:80");
        assertThat(IpText.withPort("::", 80)).isEqualTo("[::]:80");
    }
}
