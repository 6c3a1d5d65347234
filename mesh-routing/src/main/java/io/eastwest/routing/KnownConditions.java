package io.eastwest.routing;

/**
 * Conditions that were asked about, and what they mean in the mesh; they stand for all that equal them, and are equal to nothing
 * else themselves, so that they are found fast.
 */
final class KnownConditions {
    private final Damage damage;

    KnownConditions(Damage damage) {
        this.damage = damage;
    }

    Conditions conditions() {
        return damage.conditions();
    }

    Damage damage() {
        return damage;
    }
}
