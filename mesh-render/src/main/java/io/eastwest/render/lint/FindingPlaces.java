package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.Manifest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the objects are written that findings are about. Objects that code built are nowhere. */
final class FindingPlaces {
    private static final String VALUES = "spec.values.";

    private FindingPlaces() {}

    /** {@return the place of a value of an object, or of what would hold it; values of charts are those of the object} */
    static Optional<SourceLocation> of(List<Manifest> manifests, String subject, String path) {
        DocumentPath way = path.isEmpty() || path.startsWith("spec") || path.startsWith("metadata")
                ? DocumentPath.parse(path)
                : DocumentPath.parse(VALUES + path);
        return manifests.stream()
                .filter(manifest -> manifest.resource().key().toString().equals(subject))
                .findFirst()
                .flatMap(manifest -> manifest.locate(way));
    }

    /**
     * {@return the places of an object in clusters; without one, of what decides whether a rule is kept: the CAs for trust, or else
     * the control planes}
     */
    static List<SourceLocation> of(
            MeshSnapshot mesh, Collection<String> clusters, MeshInvariant invariant, String subject) {
        Predicate<ResourceKey> wanted = key -> !subject.isEmpty()
                ? key.toString().equals(subject)
                : invariant == MeshInvariant.COMMON_TRUST
                        ? key.kind().equals("Secret") && key.name().equals("cacerts")
                        : key.kind().equals("Istio");
        return clusters.stream()
                .flatMap(cluster -> mesh.manifests(cluster).stream())
                .filter(manifest -> wanted.test(manifest.resource().key()))
                .flatMap(manifest -> manifest.location().stream())
                .distinct()
                .toList();
    }
}
