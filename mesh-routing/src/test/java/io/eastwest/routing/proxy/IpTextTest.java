package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 00000000",
        "10.1.20.255, 0a0114ff",
        "255.255.255.255, ffffffff",
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "2001:db8::1:0, 20010db8000000000000000000010000",
        "2001:DB8::, 20010db8000000000000000000000000",
        "1:2:3:4:5:6:7:8, 00010002000300040005000600070008",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "::2:3:4:5:6:7:8, 00000002000300040005000600070008",
        "ffff:ffff::ffff, ffffffff00000000000000000000ffff",
        "7fff::, 7fff0000000000000000000000000000",
        "8000::, 80000000000000000000000000000000"
    })
    void anAddressIsItsBytes(String text, String bytes) {
        assertThat(IpText.bits(text).map(HexFormat.of()::formatHex)).contains(bytes);
        assertThat(IpText.isAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.1000",
                "1.2..4",
                "1.2.3.x",
                "1.2.3.-4",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "g::",
                "1::2::3",
                "1:2:3:4:5:6:7:"
            })
    void otherTextIsNone(String text) {
        assertThat(IpText.isAddress(text)).isFalse();
    }

    @Test
    void anAddressOfVersion6StandsInBracketsBeforeItsPort() {
        assertThat(IpText.withPort("10.0.0.1", 80)).isEqualTo("10.0.0.1:80");
        assertThat(IpText.withPort("2001:db8::1", 80)).isEqualTo("[2001:db8::1]:80");
        assertThat(IpText.withPort("[2001:db8::1]", 80)).isEqualTo("[2001:db8::1]:80");
        assertThat(IpText.withPort("::", 80)).isEqualTo("[::]:80");
    }
}
