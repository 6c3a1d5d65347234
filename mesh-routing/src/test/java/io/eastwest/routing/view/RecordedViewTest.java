package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ManifestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint that istiod sent in a recorded case is an endpoint or a network gateway of the view. */
class RecordedViewTest {
    static List<Path> cases() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(RecordedViewTest.class.getResource("/parity/pending.yaml"), "cases")
                        .toURI())
                .resolveSibling(".")
                .normalize();
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(file -> file.endsWith("calls.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void proxiesHostsAndEndpointsOfEveryCallAreKnown(Path folder) {
        MeshViews views =
                MeshViews.of(MeshSnapshot.read(folder, ManifestReader.pruning()).orThrow());
        Map<String, JsonNode> recorded = new LinkedHashMap<>();
        read(folder.resolve("recorded.yaml"))
                .path("calls")
                .forEach(call -> recorded.put(call.path("id").asText(), call));
        List<String> problems = new ArrayList<>();
        for (JsonNode call : read(folder.resolve("calls.yaml")).path("calls")) {
            String id = call.path("id").asText();
            String proxy = call.path("proxy").asText();
            ControlPlaneView view = views.view(proxy.split("/", -1)[0]);
            if (view.proxy(proxy, MeshProxy.Kind.SIDECAR).isEmpty()) {
                problems.add(id + ": no proxy " + proxy);
            }
            JsonNode recording = Objects.requireNonNull(recorded.get(id), id);
            dialled(views, call, recording).forEach(problem -> problems.add(id + ": " + problem));
            endpoints(view, recording).forEach(problem -> problems.add(id + ": " + problem));
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> dialled(MeshViews views, JsonNode call, JsonNode recording) {
        String host = call.path("to").path("host").asText("");
        if (host.isEmpty() || !call.path("leg").asText().equals("outbound")) {
            return List.of();
        }
        String[] proxy = call.path("proxy").asText().split("/", -1);
        List<String> addresses = views.resolver(proxy[0])
                .resolve(proxy[1], host)
                .map(ResolvedHost::addresses)
                .orElse(List.of());
        String port = "_" + call.path("to").path("port").asText();
        String listener = recording.path("listener").asText("");
        if (addresses.isEmpty()) {
            return List.of("no address for " + host);
        }
        boolean known = listener.startsWith("0.0.0.0_")
                || listener.equals("virtualOutbound")
                || listener.isEmpty()
                || addresses.stream().anyMatch(address -> listener.equals(address + port));
        return known ? List.of() : List.of("dials " + addresses + " but the listener was " + listener);
    }

    private static List<String> endpoints(ControlPlaneView view, JsonNode recording) {
        List<String> problems = new ArrayList<>();
        for (JsonNode cluster : recording.path("config").path("clusters")) {
            String name = cluster.path("name").asText();
            Set<String> known = new TreeSet<>();
            view.networkGateways().forEach(gateway -> known.add(gateway.address() + ":" + gateway.port()));
            view
                    .servicesByHostname(name.substring(Math.max(name.lastIndexOf('|'), name.lastIndexOf("_.") + 1) + 1))
                    .stream()
                    .flatMap(service -> view.endpoints(service).stream())
                    .forEach(endpoint -> known.add(endpoint.address() + ":" + endpoint.port()));
            for (JsonNode group : cluster.path("groups")) {
                for (JsonNode endpoint : group.path("endpoints")) {
                    if (!known.contains(endpoint.path("address").asText())) {
                        problems.add(
                                name + " has no " + endpoint.path("address").asText() + " but " + known);
                    }
                }
            }
        }
        return problems;
    }

    private static JsonNode read(Path file) {
        try {
            return ManifestReader.strict()
                    .readValue(JsonNode.class, file.toString(), Files.readString(file))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
