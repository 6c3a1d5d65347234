package io.eastwest.pki.rotation;

import io.eastwest.pki.authority.CertificateIssuer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every state that the clusters of a rotation can be in, on the way forth and on the way back, and which pairs of
 * clusters authenticate there.
 *
 * <p>A cluster is at a stage, or between two: then some of its proxies hold the roots and the certificate of the one
 * and some of the other, and a pair authenticates only if every one of them does with every one of its peer. Immutable.
 */
public final class RotationSimulation {
    private final List<String> clusters;
    private final boolean lockstep;
    private final int stages;
    private final ProxyTrust trust;
    private final BitSet atStart;
    private final List<RotationState> states = new ArrayList<>();
    private int moves;

    private RotationSimulation(RotationPlan plan, CertificateIssuer issuer) {
        this.clusters = plan.clusters();
        this.lockstep = plan.isLockstep();
        this.stages = plan.stages().size();
        this.trust = new ProxyTrust(plan, issuer);
        this.atStart = trust.pairs(new int[clusters.size()]);
        explore(plan);
    }

    static RotationSimulation of(RotationPlan plan, CertificateIssuer issuer) {
        return new RotationSimulation(plan, issuer);
    }

    /** {@return every state that can be reached, the start first} */
    public List<RotationState> states() {
        return List.copyOf(states);
    }

    /** {@return number of moves of one cluster between two states, forth and back} */
    public int moves() {
        return moves;
    }

    /** {@return the states in which a pair that authenticated at the start does not; empty: the rotation is safe} */
    public List<RotationState> brokenStates() {
        return states.stream().filter(state -> !state.brokenPairs().isEmpty()).toList();
    }

    /** {@return whether no pair that authenticated at the start ever fails} */
    public boolean isSafe() {
        return brokenStates().isEmpty();
    }

    /** {@return whether every pair authenticates at the end} */
    public boolean endsWhole() {
        int[] end = new int[clusters.size()];
        Arrays.fill(end, 2 * (stages - 1));
        return trust.pairs(end).cardinality() == clusters.size() * clusters.size();
    }

    /**
     * {@return the positions of two clusters that break their trust, as {@code east at stage 2, west at stage 0}: what
     * would happen if clusters did not wait for each other}
     */
    public List<String> unsafeWithoutWaiting() {
        List<String> unsafe = new ArrayList<>();
        int positions = 2 * stages - 1;
        for (int x = 0; x < clusters.size(); x++) {
            for (int y = x + 1; y < clusters.size(); y++) {
                for (int p = 0; p < positions; p++) {
                    for (int q = 0; q < positions; q++) {
                        if (atStart.get(x * clusters.size() + y) && !trust.authenticates(x, p, y, q)) {
                            unsafe.add(clusters.get(x) + " " + RotationState.words(p) + ", " + clusters.get(y) + " "
                                    + RotationState.words(q));
                        }
                    }
                }
            }
        }
        return List.copyOf(unsafe);
    }

    /** {@return number of states and moves, then one line for each state in which a pair breaks} */
    public String toText() {
        return states.size() + " states, " + moves + " moves, " + brokenStates().size() + " states with a broken pair"
                + brokenStates().stream().map(state -> "\n" + state).collect(Collectors.joining());
    }

    /** {@return as {@link #toText()}} */
    @Override
    public String toString() {
        return toText();
    }

    private void explore(RotationPlan plan) {
        int irreversible = irreversibleFrom(plan);
        Map<List<Integer>, int[]> seen = new LinkedHashMap<>();
        Deque<int[]> open = new ArrayDeque<>();
        int[] start = new int[clusters.size()];
        seen.put(key(start), start);
        open.add(start);
        while (!open.isEmpty()) {
            int[] state = open.remove();
            states.add(new RotationState(clusters, state, trust.pairs(state), atStart));
            for (int cluster = 0; cluster < state.length; cluster++) {
                if (mayAdvance(state, cluster)) {
                    visit(state, cluster, 1, seen, open);
                }
                if (mayReturn(state, cluster, irreversible)) {
                    visit(state, cluster, -1, seen, open);
                }
            }
        }
    }

    private void visit(int[] state, int cluster, int by, Map<List<Integer>, int[]> seen, Deque<int[]> open) {
        moves++;
        int[] next = state.clone();
        next[cluster] += by;
        if (seen.putIfAbsent(key(next), next) == null) {
            open.add(next);
        }
    }

    /** A stage is left only when every cluster has completed it; what has begun may always be completed. */
    private boolean mayAdvance(int[] state, int cluster) {
        int position = state[cluster];
        boolean between = position % 2 == 1;
        return position < 2 * (stages - 1)
                && (between || !lockstep || Arrays.stream(state).allMatch(other -> other >= position));
    }

    private boolean mayReturn(int[] state, int cluster, int irreversible) {
        int position = state[cluster];
        boolean between = position % 2 == 1;
        return position > 0
                && position < irreversible
                && (between || !lockstep || Arrays.stream(state).allMatch(other -> other <= position));
    }

    /** The first position from which there is no way back. */
    private static int irreversibleFrom(RotationPlan plan) {
        int stage = 0;
        for (RotationStep step : plan.steps()) {
            if (step.bundles().isEmpty()) {
                continue;
            }
            stage++;
            if (!step.reversible()) {
                return 2 * stage - 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static List<Integer> key(int[] state) {
        return Arrays.stream(state).boxed().toList();
    }
}
