package io.eastwest.routing.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, v4",
        "255.255.255.255, v4",
        "::ffff:10.0.0.1, v4",
        "::FFFF:10.0.0.1, v4",
        "::ffff:a00:1, v4",
        "2001:db8::1, v6",
        "::1, v6",
        "::, v6",
        "fe80::1%eth0, v6",
        "::fffe:a00:1, v6",
        "10.0.0.256, name",
        "010.0.0.1, name",
        "10.0.0, name",
        "10.0.0.0/8, name",
        "a::b::c, name",
        "db.example, name",
        "abc:, name",
        "unix:///run/api, name",
        "'', name"
    })
    void anAddressIsOfOneFamilyAndAnythingElseIsAName(String text, String kind) {
        assertThat(AddressText.isIp(text)).isEqualTo(!kind.equals("name"));
        assertThat(AddressText.isV4(text)).isEqualTo(kind.equals("v4"));
        assertThat(AddressText.isV6(text)).isEqualTo(kind.equals("v6"));
    }

    @Test
    void portsFollowAColonAndAddressesWithColonsStandInBrackets() {
        assertThat(AddressText.of("10.0.0.1", 80)).isEqualTo("10.0.0.1:80");
        assertThat(AddressText.of("2001:db8::1", 80)).isEqualTo("[2001:db8::1]:80");
        assertThat(AddressText.of("db.example", 80)).isEqualTo("db.example:80");
    }

    @Test
    void whatHasNoPortIsThePathOfASocketOrTheBareAddress() {
        assertThat(AddressText.of("unix:///run/api", 0)).isEqualTo("/run/api");
        assertThat(AddressText.of("10.0.0.1", 0)).isEqualTo("10.0.0.1");
    }
}
