package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Holds reader and schema layer against one definition: on objects that are made at random and on mutants of them, each of
 * which breaks a constraint of the definition, both must say the same.
 */
final class Conformance {
    private static final int ENOUGH = 1_000;
    private static final long SEED = Long.getLong("eastwest.conformance.seed", 1);
    private static final int TRIES = 12;
    private static final int FIRST_TRIES = 60;
    private static final int SHOWN = 12;

    private final Definition definition;
    private final KnownDifferences known;
    private final Function<Manifest, List<Issue>> layer;
    private final DocumentMaker maker;
    private final DocumentBreaker breaker;
    private final Set<String> differences = new LinkedHashSet<>();
    private final Set<String> unbroken = new LinkedHashSet<>();
    private int accepted;
    private int mutants;

    Conformance(Definition definition, KnownDifferences known) {
        this(definition, known, SchemaValidation::check, document -> {});
    }

    /**
     * Holds against a definition in one way.
     *
     * @param layer the schema layer; warnings do not count
     * @param settler sets values of new objects that must fit together and hardly do by chance
     */
    Conformance(
            Definition definition,
            KnownDifferences known,
            Function<Manifest, List<Issue>> layer,
            Consumer<ObjectNode> settler) {
        Random random = new Random(SEED);
        this.definition = definition;
        this.known = known;
        this.layer = layer;
        this.maker = new DocumentMaker(definition, random, settler);
        this.breaker = new DocumentBreaker(definition, maker, random);
    }

    /** Compares enough objects and mutants. */
    void run() {
        checkObjects(ENOUGH);
        checkMutants(ENOUGH);

        assertThat(differences.stream().limit(SHOWN)).isEmpty();
        assertThat(unbroken).as("constraints that no mutant broke").isEmpty();
        assertThat(accepted).as("objects that both took").isGreaterThanOrEqualTo(ENOUGH);
        assertThat(mutants).as("mutants that the definition refused").isGreaterThanOrEqualTo(ENOUGH);
        assertThat(known.stale()).as("differences that were not met").isEmpty();
    }

    /** Makes objects until enough of them were taken. */
    private void checkObjects(int count) {
        for (int i = 0; i < 4 * count && accepted < count; i++) {
            compare(maker.valid());
        }
        mutants = 0;
    }

    /** Breaks every constraint in turn until enough objects were refused. */
    private void checkMutants(int count) {
        List<Constraint> constraints = Constraint.all(definition);
        constraints.forEach(constraint -> unbroken.add(constraint.id()));
        for (int round = 0; round == 0 || round < count && mutants < count; round++) {
            boolean first = round == 0;
            for (Constraint constraint : constraints) {
                if (first || !constraint.isCostly()) {
                    breakOne(constraint, first ? FIRST_TRIES : 1);
                }
            }
        }
    }

    private void breakOne(Constraint constraint, int tries) {
        boolean broken = false;
        for (int i = 0; i < tries && !broken; i++) {
            ObjectNode document = maker.valid(constraint.node(), TRIES);
            broken = compare(breaker.broken(document, constraint)).contains(constraint.id());
        }
        if (broken) {
            unbroken.remove(constraint.id());
        }
    }

    /** What the definition holds against an object, after it was compared with what we do. */
    private List<String> compare(ObjectNode document) {
        List<Violation> violations = definition.violations(document);
        List<Issue> issues = issues(document);
        if (violations.isEmpty() && issues.isEmpty()) {
            accepted++;
        } else if (!violations.isEmpty()) {
            mutants++;
        }
        boolean excused = violations.isEmpty() ? known.excuseIssues(issues) : known.excuseViolations(violations);
        if (violations.isEmpty() != issues.isEmpty() && !excused) {
            differences.add(document + "\n    definition: " + violations + "\n    we: " + issues);
        }
        return violations.stream().map(Violation::constraint).toList();
    }

    private List<Issue> issues(ObjectNode document) {
        ReadResult<List<Manifest>> read = ManifestReader.strict().read("f.json", document.toString());
        List<Issue> issues = new ArrayList<>(read.issues());
        read.value().ifPresent(manifests -> manifests.forEach(each -> issues.addAll(layer.apply(each))));
        return issues.stream().filter(Issue::isError).toList();
    }
}
