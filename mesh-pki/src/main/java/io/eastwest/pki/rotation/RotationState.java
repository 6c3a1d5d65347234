package io.eastwest.pki.rotation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** How far each cluster has come, and which pairs authenticate there. Immutable. */
public final class RotationState {
    private final List<String> clusters;
    private final int[] positions;
    private final BitSet pairs;
    private final BitSet atStart;

    RotationState(List<String> clusters, int[] positions, BitSet pairs, BitSet atStart) {
        this.clusters = clusters;
        this.positions = positions;
        this.pairs = pairs;
        this.atStart = atStart;
    }

    /**
     * Asks about one pair; both directions are the same question, because each end verifies the other.
     *
     * @param one name of a cluster
     * @param other name of a cluster
     * @return whether all their workloads authenticate each other
     */
    public boolean authenticates(String one, String other) {
        int x = clusters.indexOf(one);
        int y = clusters.indexOf(other);
        return x >= 0 && y >= 0 && pairs.get(x * clusters.size() + y);
    }

    /** {@return the pairs that authenticate, as {@code east-west}, a cluster with itself included} */
    public List<String> authenticatingPairs() {
        return names(pairs);
    }

    /** {@return the pairs that authenticated at the start and do not here} */
    public List<String> brokenPairs() {
        BitSet broken = (BitSet) atStart.clone();
        broken.andNot(pairs);
        return names(broken);
    }

    /**
     * Tells how far a cluster has come.
     *
     * @param cluster name of the cluster
     * @return such as {@code at stage 1} or {@code between stages 1 and 2}
     */
    public String position(String cluster) {
        return words(positions[clusters.indexOf(cluster)]);
    }

    /** {@return position of each cluster, then the broken pairs} */
    @Override
    public String toString() {
        List<String> each = new ArrayList<>();
        clusters.forEach(cluster -> each.add(cluster + " " + position(cluster)));
        List<String> broken = brokenPairs();
        return String.join(", ", each) + (broken.isEmpty() ? "" : ": broken " + broken);
    }

    static String words(int position) {
        int stage = position / 2;
        return position % 2 == 0 ? "at stage " + stage : "between stages " + stage + " and " + (stage + 1);
    }

    private List<String> names(BitSet set) {
        List<String> names = new ArrayList<>();
        for (int x = 0; x < clusters.size(); x++) {
            for (int y = x; y < clusters.size(); y++) {
                if (set.get(x * clusters.size() + y)) {
                    names.add(clusters.get(x) + "-" + clusters.get(y));
                }
            }
        }
        return List.copyOf(names);
    }
}
