package dev.kontor.kernel.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A heap is exhausted when what lives fills it look after look, not when one allocation fails")
class FullHeapTest {

    private final FullHeap heap = new FullHeap(0.97, 3);

    @Test
    void threeLooksInARowAreEnoughAndTwoAreNot() {
        assertThat(heap.stays(1, 0.97)).isFalse();
        assertThat(heap.stays(2, 0.98)).isFalse();
        assertThat(heap.stays(9, 0.99)).isTrue();
    }

    @Test
    void oneCollectionThatMakesRoomBeginsTheCountAnew() {
        heap.stays(1, 0.99);
        heap.stays(2, 0.99);
        assertThat(heap.stays(3, 0.969)).isFalse();
        assertThat(heap.stays(4, 0.99)).isFalse();
        assertThat(heap.stays(5, 0.99)).isFalse();
        assertThat(heap.stays(6, 0.99)).isTrue();
    }

    @Test
    void withoutACollectionALookTellsNothing() {
        heap.stays(1, 0.99);
        heap.stays(2, 0.99);
        assertThat(heap.stays(2, 0.99)).as("the figure is the one of before").isFalse();
        assertThat(heap.stays(3, 0.99)).isTrue();
    }

    @Test
    void whoeverHasNoRoomEvenForLookingCountsThatToo() {
        heap.stays();
        heap.stays(1, 0.98);
        assertThat(heap.stays()).isTrue();
    }
}
