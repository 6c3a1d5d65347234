package io.eastwest.render.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.HelmRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One recorded installation: what was given and what came of it. */
public record InstallEvidence(String name, JsonNode input, JsonNode facts) {
    private static final Path FOLDER =
            Path.of(System.getProperty("eastwest.shared", "../../shared")).resolve("install");

    public static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    public static List<String> names() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InstallEvidence read(String name) {
        return new InstallEvidence(
                name, yaml(FOLDER.resolve(name + "/input.yaml")), yaml(FOLDER.resolve(name + "/facts.yaml")));
    }

    public static JsonNode yaml(Path file) {
        try {
            return ManifestReader.strict()
                    .readValue(JsonNode.class, file.toString(), Files.readString(file))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clusters by both files. */
    public List<Cluster> clusters() {
        List<Cluster> clusters = new ArrayList<>();
        for (JsonNode cluster : input.path("clusters")) {
            for (JsonNode recorded : facts.path("clusters")) {
                if (recorded.path("name").equals(cluster.path("name"))) {
                    clusters.add(new Cluster(cluster, recorded));
                }
            }
        }
        return clusters;
    }

    public Cluster cluster(String wanted) {
        return clusters().stream()
                .filter(cluster -> cluster.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** One cluster of an installation. */
    public record Cluster(JsonNode input, JsonNode facts) {
        public String name() {
            return input.path("name").asText();
        }

        public ClusterPlatform platform() {
            return ClusterPlatform.valueOf(input.path("platform").asText("kubernetes"));
        }

        /** The custom resources as the API server keeps them. */
        public List<MeshResource> sail() {
            return manifests(ManifestReader.pruning()).stream()
                    .flatMap(result -> result.value().stream())
                    .flatMap(List::stream)
                    .map(Manifest::resource)
                    .toList();
        }

        /** The custom resources as a reader reads them, one after the other. */
        public List<ReadResult<List<Manifest>>> manifests(ManifestReader reader) {
            List<ReadResult<List<Manifest>>> results = new ArrayList<>();
            input.path("sail")
                    .forEach(document -> results.add(reader.read("input.yaml", ManifestWriter.toYaml(document))));
            return results;
        }

        public List<HelmRelease> helm() {
            return releases("helm");
        }

        public List<HelmRelease> releases() {
            return releases("releases");
        }

        private List<HelmRelease> releases(String field) {
            List<HelmRelease> releases = new ArrayList<>();
            for (JsonNode release : input.path(field)) {
                JsonNode values = release.path("values");
                releases.add(HelmRelease.builder()
                        .chart(HelmChart.valueOf(release.path("chart").asText()))
                        .name(release.path("name").asText())
                        .namespace(release.path("namespace").asText())
                        .values(values.isObject() ? values : ((ObjectNode) input).objectNode())
                        .build());
            }
            return releases;
        }
    }
}
