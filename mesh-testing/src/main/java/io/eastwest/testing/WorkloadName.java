package io.eastwest.testing;

import io.eastwest.routing.Caller;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a test names endpoints and gateways: {@code [[<cluster>/]<namespace>/]<workload or pod>}, or an address.
 *
 * <p>A pod belongs to a workload when its name is that of the workload and what Kubernetes adds: an ordinal or five random
 * characters, for a Deployment behind the hash of its template. A name written by hand adds one part, as {@code web-1}.
 *
 * @param text the name as written
 */
record WorkloadName(String text) {
    private static final Pattern ONE_PART = Pattern.compile("-[a-z0-9]+");
    private static final Pattern HASH_AND_RANDOM =
            Pattern.compile("-[bcdfghjklmnpqrstvwxz2456789]{5,10}-[bcdfghjklmnpqrstvwxz2456789]{5}");

    boolean means(String owner, String address) {
        return text.equals(address)
                || text.equals(address.substring(0, Math.max(0, address.lastIndexOf(':'))))
                || means(owner);
    }

    boolean means(Caller caller) {
        return means(caller.cluster() + "/" + caller.namespace() + "/" + caller.workload());
    }

    boolean means(String owner) {
        List<String> mine = List.of(text.split("/", -1));
        List<String> theirs = List.of(owner.split("/", -1));
        int skipped = theirs.size() - mine.size();
        if (skipped < 0) {
            return false;
        }
        int last = mine.size() - 1;
        return mine.subList(0, last).equals(theirs.subList(skipped, skipped + last))
                && isOf(mine.get(last), theirs.get(skipped + last));
    }

    private static boolean isOf(String workload, String pod) {
        if (!pod.startsWith(workload)) {
            return false;
        }
        String added = pod.substring(workload.length());
        return added.isEmpty()
                || ONE_PART.matcher(added).matches()
                || HASH_AND_RANDOM.matcher(added).matches();
    }
}
