package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpBlockTest {
    private static IpBlock block(String text) {
        return IpBlock.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "0.0.0.0/0, 0.0.0.0/0",
        "255.255.255.255, 255.255.255.255",
        "10.0.0.0/10, 10.0.0.0/10",
        "10.0.0.0/9, 10.0.0.0/9",
        "::/128, ::",
        "10.1.2.3/8, 10.1.2.3/8",
        "10.1.2.3/32, 10.1.2.3",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "FE80:0:0:0:0:0:0:1, fe80::1",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "0:0:1:0:0:1:0:0, ::1:0:0:1:0:0",
        "1:0:1:1:1:1:1:0, 1:0:1:1:1:1:1:0",
        "aaaa:9999:ffff:0:1:1:1:1, aaaa:9999:ffff:0:1:1:1:1",
        "fe80::1%e, fe80::1%e",
        "::ffff:10.0.0.1, ::ffff:10.0.0.1",
        "::ffff:a00:1, ::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1, 64:ff9b::a00:1",
        "1:2:3:4:5:6:10.0.0.1, 1:2:3:4:5:6:a00:1",
        "fe80::1%eth0, fe80::1%eth0",
        "fd00::/8, fd00::/8",
    })
    void isReadAndWrittenInItsShortestForm(String text, String written) {
        assertThat(IpBlock.parse(text)).map(IpBlock::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0.1.2",
                "10.0.0.256",
                "10.0.0.01",
                "10.0.0.-1",
                "10..0.1",
                " 10.0.0.1",
                "010.0.0.1",
                "0x0a.0.0.1",
                "10.0.0.1%eth0",
                "%eth0",
                ".0.0.1",
                "10.0.0.",
                "10.0.0./8",
                "/8",
                "10.0.0.0/1000",
                "10.0.0.0/1:",
                "10.0.0.0/1-",
                "10.0.0.:",
                ":",
                ":1",
                "1:",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "g::",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1%",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/08",
                "10.0.0.0/+8",
                "10.0.0.0/8/8",
                "::/129",
                "fe80::1%eth0/64",
                "\u0661.0.0.1",
            })
    void isNotReadFromAnythingElse(String text) {
        assertThat(IpBlock.parse(text)).isEmpty();
    }

    @Test
    void aBlockIsNoAddress() {
        assertThat(IpBlock.parseAddress("10.0.0.0/8")).isEmpty();
        assertThat(IpBlock.parseAddress("10.0.0.0")).contains(block("10.0.0.0/32"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.0.0.0/9, 10.128.0.1, false",
        "10.0.0.7/31, 10.0.0.6, true",
        "0.0.0.0/0, 255.0.0.1, true",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, false",
        "10.0.0.0/8, 10.0.0.0/7, false",
        "10.0.0.0/8, 10.3.0.0/16, true",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fc00::1, false",
        "fe80::/10, fe80::1%eth0, false",
        "fe80::1%eth0, fe80::1%eth0, true",
    })
    void containsWhatSharesItsPrefix(String block, String other, boolean contains) {
        assertThat(block(block).contains(block(other))).isEqualTo(contains);
    }

    @Test
    void knowsItsFamilyAndSize() {
        assertThat(block("10.0.0.0/8"))
                .returns(32, IpBlock::bits)
                .returns(8, IpBlock::prefixLength)
                .returns(false, IpBlock::isSingle)
                .returns(false, IpBlock::isIpv6);
        assertThat(block("::1"))
                .returns(128, IpBlock::bits)
                .returns(128, IpBlock::prefixLength)
                .returns(true, IpBlock::isSingle)
                .returns(true, IpBlock::isIpv6);
    }

    @Test
    void isEqualToABlockOfTheSameAddressZoneAndLength() {
        assertThat(block("10.0.0.1/8")).isEqualTo(block("10.0.0.1/8")).hasSameHashCodeAs(block("10.0.0.1/8"));
        assertThat(block("10.0.0.1/8"))
                .isNotEqualTo(block("10.0.0.2/8"))
                .isNotEqualTo(block("10.0.0.1/9"))
                .isNotEqualTo("10.0.0.1/8");
        assertThat(block("fe80::1%eth0"))
                .isEqualTo(block("fe80::1%eth0"))
                .isNotEqualTo(block("fe80::1%eth1"))
                .isNotEqualTo(block("fe80::1"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8",
        "10.255.255.255/9, 10.128.0.0/9",
        "10.1.2.3, 10.1.2.3",
        "10.1.2.3/0, 0.0.0.0/0",
        "fd00:1:2::ffff/33, fd00:1::/33"
    })
    void losesTheBitsBehindItsPrefix(String block, String masked) {
        assertThat(block(block).masked()).hasToString(masked);
    }

    @Test
    void isToldFromNamesAndBlocks() {
        assertThat(IpBlock.isAddress("10.1.2.3")).isTrue();
        assertThat(IpBlock.isAddress("::1")).isTrue();
        assertThat(IpBlock.isAddress("10.0.0.0/8")).isFalse();
        assertThat(IpBlock.isAddress("web.shop")).isFalse();
    }

    @Test
    void spreadsInHashTables() {
        assertThat(block("10.0.0.1/8").hashCode())
                .isNotEqualTo(block("10.0.0.2/8").hashCode())
                .isNotEqualTo(block("10.0.0.1/9").hashCode());
        assertThat(block("fe80::1%eth0").hashCode())
                .isNotEqualTo(block("fe80::1%eth1").hashCode());
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
        assertThat(IpBlock.isAddress(text)).isFalse();
    }
}
