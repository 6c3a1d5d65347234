package io.eastwest.testing.coverage;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.routing.Call;
import java.util.Optional;

/**
 * One rule of a mesh and what tests made of it. Immutable.
 *
 * @param kind what it is
 * @param cluster the cluster whose configuration it is
 * @param resource the resource that holds it
 * @param path the path in the resource
 * @param location where that is written; empty: the mesh was made by code
 * @param standing whether tests reach it
 * @param calls how many different calls reached it
 * @param because why it is unreachable; else empty
 * @param witness a call that would reach it while nothing is broken; empty: none was looked for, or none was found
 */
public record CoverageItem(
        RuleKind kind,
        String cluster,
        ResourceKey resource,
        String path,
        Optional<SourceLocation> location,
        CoverageStanding standing,
        int calls,
        String because,
        Optional<Call> witness) {
    /** {@return the resource and the path, with the cluster where the mesh was made by code} */
    public String name() {
        return (location.isPresent() ? "" : cluster + " ") + resource + " " + path;
    }

    /** {@return the rule for people, one line: where it is, what it is, why it is unreachable, what would reach it} */
    public String toText() {
        return location.map(place -> place + " ").orElse("")
                + name()
                + (because.isEmpty() ? "" : ": " + because)
                + witness.map(call -> ", such as " + CallYaml.of(call)).orElse("");
    }

    @Override
    public String toString() {
        return toText();
    }
}
