package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.model.writer.ManifestWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a control plane would take a mutant: it is written, read again, and checked as webhooks do. */
final class MutantCheck {
    private MutantCheck() {}

    /** {@return the first thing that is wrong; empty: nothing is} */
    static Optional<String> problem(Mutant mutant) {
        return mutant.changed().flatMap(MutantCheck::problem);
    }

    private static Optional<String> problem(MeshResource resource) {
        ReadResult<List<Manifest>> read = ManifestReader.strict().read("mutant.yaml", ManifestWriter.toYaml(resource));
        Stream<Issue> checked =
                read.value().orElse(List.of()).stream().flatMap(manifest -> MeshValidation.check(manifest).stream());
        return Stream.concat(read.issues().stream(), checked)
                .filter(Issue::isError)
                .findFirst()
                .map(issue -> issue.path() + ": " + issue.message());
    }
}
