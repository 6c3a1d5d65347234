package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IpBlockProperties {
    @Property
    void theTextOfAnIpv6AddressIsReadAsThatAddress(@ForAll @Size(16) byte[] bytes) {
        String groups = IntStream.range(0, 8)
                .mapToObj(i -> String.format(Locale.ROOT, "%02x%02x", bytes[2 * i], bytes[2 * i + 1]))
                .collect(Collectors.joining(":"));
        IpBlock address = IpBlock.parse(groups).orElseThrow();

        assertThat(IpBlock.parse(address.toString())).contains(address);
        assertThat(address.contains(address)).isTrue();
    }

    @Property
    void anIpv4AddressIsReadAsJavaReadsIt(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        String text = InetAddress.getByAddress(bytes).getHostAddress();

        assertThat(IpBlock.parse(text)).map(IpBlock::toString).contains(text);
    }

    @Property
    void aBlockContainsWhatANarrowerOneContains(
            @ForAll @Size(4) byte[] bytes,
            @ForAll @Size(4) byte[] other,
            @ForAll @IntRange(max = 32) int length,
            @ForAll @IntRange(max = 32) int narrower)
            throws UnknownHostException {
        String base = InetAddress.getByAddress(bytes).getHostAddress();
        IpBlock wide = IpBlock.parse(base + "/" + Math.min(length, narrower)).orElseThrow();
        IpBlock narrow = IpBlock.parse(base + "/" + Math.max(length, narrower)).orElseThrow();
        IpBlock address =
                IpBlock.parse(InetAddress.getByAddress(other).getHostAddress()).orElseThrow();

        assertThat(wide.contains(narrow)).isTrue();
        assertThat(narrow.contains(address) && !wide.contains(address)).isFalse();
    }
}
