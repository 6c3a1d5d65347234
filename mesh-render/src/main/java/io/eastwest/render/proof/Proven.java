package io.eastwest.render.proof;

import static java.util.Objects.requireNonNull;

import io.eastwest.render.MeshTree;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that keep every promise in every state that was asked.
 *
 * @param tree the files
 * @param calls the calls that show it, by promise, call and state
 * @param doubts what is no error, but is not visible in the files or is unusual
 */
public record Proven(MeshTree tree, List<ProvenCall> calls, List<ProofFinding> doubts) implements ProofResult {
    /**
     * Copies the lists.
     *
     * @param tree the files
     * @param calls the calls that show it
     * @param doubts what is no error
     */
    public Proven {
        requireNonNull(tree, "tree");
        calls = List.copyOf(calls);
        doubts = List.copyOf(doubts);
    }

    @Override
    public String toText() {
        return "proven by " + calls.size() + " calls\n"
                + calls.stream().map(call -> "  " + call + "\n").collect(Collectors.joining());
    }
}
