package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds distributions against the endpoints that a real Envoy hit with the assignments that istiod sent. */
class RecordedDistributionTest {
    private static final double SIGMAS = 4.5;
    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @MethodSource("comparableCalls")
    void envoyHitsTheEndpointsOfTheDistribution(RecordedCall call) {
        Distribution distribution = Balancer.distribute(call.assignment(), call.settings(), call.state());
        OptionalLong hash = call.hash();
        Distribution expected = distribution.isConsistentHash() && hash.isPresent()
                ? distribution.given(hash.getAsLong())
                : distribution;

        assertThat(expected.isRefused()).as("refused").isEqualTo(call.isRefused());
        long requests = call.requests();
        List<String> hit = new ArrayList<>();
        for (JsonNode endpoint : call.hits()) {
            String address = endpoint.path("address").asText();
            hit.add(address);
            assertThat(expected.share(address)).as("share of " + address).isGreaterThan(Share.ZERO);
            assertHits(expected.share(address).toDouble(), endpoint.path("hits").asLong(), requests, address);
        }
        for (EndpointShare share : expected.shares()) {
            if (requests > 1 && !hit.contains(share.address())) {
                assertHits(share.share().toDouble(), 0, requests, share.address());
            }
        }
    }

    @Test
    void thereAreManyRecordedCalls() {
        assertThat(comparableCalls()).hasSizeGreaterThan(1000);
    }

    private static void assertHits(double share, long hits, long requests, String address) {
        if (requests > 1) {
            double deviation = Math.sqrt(requests * share * (1 - share));
            assertThat((double) hits).as(address).isCloseTo(requests * share, within(SIGMAS * deviation + 1e-6));
        }
    }

    static Stream<RecordedCall> comparableCalls() {
        Path root = Path.of(System.getProperty("eastwest.shared", "shared"), "parity");
        try (Stream<Path> files = Files.find(root, 3, (path, attributes) -> path.endsWith("recorded.yaml"))) {
            return files.sorted().flatMap(file -> calls(root, file)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<RecordedCall> calls(Path root, Path recorded) {
        JsonNode questions = read(recorded.resolveSibling("calls.yaml")).path("calls");
        return read(recorded)
                .path("calls")
                .valueStream()
                .flatMap(answer -> questions
                        .valueStream()
                        .filter(question -> question.path("id").equals(answer.path("id")))
                        .map(question -> new RecordedCall(
                                root.relativize(recorded.resolveSibling(
                                                answer.path("id").asText()))
                                        .toString(),
                                question,
                                answer))
                        .filter(call -> call.isComparable() && !call.hashesSource()));
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
