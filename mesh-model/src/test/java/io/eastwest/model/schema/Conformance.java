package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import java.util.ArrayList;
import java.util.Collections;
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
    private final Random random;
    private final DocumentMaker maker;
    private final DocumentBreaker breaker;
    private final List<Constraint> constraints;
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
        this.random = new Random(SEED);
        this.definition = definition;
        this.known = known;
        this.layer = layer;
        this.maker = new DocumentMaker(definition, random, settler);
        this.breaker = new DocumentBreaker(definition, maker, random);
        this.constraints = Constraint.all(definition);
        constraints.forEach(constraint -> unbroken.add(constraint.id()));
    }

    /** Compares enough objects and mutants. */
    void run() {
        run(ENOUGH, List.of());
    }

    /**
     * Compares some objects and mutants.
     *
     * @param enough how many of each
     * @param specimens objects that break what chance hardly ever breaks
     */
    void run(int enough, List<ObjectNode> specimens) {
        checkObjects(enough);
        specimens.forEach(this::compare);
        checkMutants(enough);

        assertThat(differences.stream().limit(SHOWN)).isEmpty();
        assertThat(unbroken).as("constraints that no mutant broke").isEmpty();
        assertThat(accepted).as("objects that both took").isGreaterThanOrEqualTo(enough);
        assertThat(mutants).as("mutants that the definition refused").isGreaterThanOrEqualTo(enough);
        if (enough >= ENOUGH) {
            assertThat(known.stale()).as("differences that were not met").isEmpty();
        }
    }

    /** Compares a few objects and mutants where the same definition was looked at as a whole. */
    void sample(int few) {
        checkObjects(few);
        List<Constraint> some = new ArrayList<>(constraints);
        Collections.shuffle(some, random);
        some.stream().limit(few).forEach(constraint -> breakOne(constraint, 1));

        assertThat(differences.stream().limit(SHOWN)).isEmpty();
        assertThat(accepted).as("objects that both took").isGreaterThanOrEqualTo(few);
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
        for (int round = 0; round == 0 || round < count && mutants < count; round++) {
            boolean first = round == 0;
            for (Constraint constraint : constraints) {
                if (first ? unbroken.contains(constraint.id()) : !constraint.isCostly()) {
                    breakOne(constraint, first ? FIRST_TRIES : 1);
                }
            }
        }
    }

    private void breakOne(Constraint constraint, int tries) {
        for (int i = 0; i < tries; i++) {
            ObjectNode document = maker.valid(constraint.node(), TRIES);
            compare(breaker.broken(document, constraint));
            if (!unbroken.contains(constraint.id())) {
                return;
            }
        }
    }

    /** Holds what we say about an object against what the definition says. */
    private void compare(ObjectNode document) {
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
        violations.forEach(violation -> unbroken.remove(violation.constraint()));
    }

    private List<Issue> issues(ObjectNode document) {
        ReadResult<List<Manifest>> read = ManifestReader.strict().read("f.json", document.toString());
        List<Issue> issues = new ArrayList<>(read.issues());
        read.value().ifPresent(manifests -> manifests.forEach(each -> issues.addAll(layer.apply(each))));
        return issues.stream().filter(Issue::isError).toList();
    }
}
