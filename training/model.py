"""The network: a fresh Hugging Face Marian model, and how one batch is scored with it.

Torch and transformers are imported inside the functions, so that everything else in
``training`` can be imported, and tested, without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from training.settings import Shape

if TYPE_CHECKING:
    import torch

#: The cross-attention head that the aligner teaches: (decoder layer, head), counted from 0.
#: CTranslate2 returns the last decoder layer's attention, averaged over the heads.
ALIGNED_HEAD = 0


def build(
    shape: Shape,
    seed: int,
    embeddings: npt.NDArray[np.float32] | None = None,
    dropout: float = 0.0,
) -> Any:
    """A new ``MarianMTModel``.

    ``embeddings`` (``vocabulary`` x ``width``), if given, starts the tied embeddings. The row
    of ``<pad>``, the decoder's start, is zero and stays so: CTranslate2 starts a Marian decoder
    from a zero vector. ``dropout`` is applied to the embeddings and to what each sublayer adds.
    """
    import torch
    from transformers import MarianConfig, MarianMTModel

    torch.manual_seed(seed)
    pad = shape.vocabulary - 1
    config = MarianConfig(
        vocab_size=shape.vocabulary,
        d_model=shape.width,
        encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers,
        encoder_attention_heads=shape.heads,
        decoder_attention_heads=shape.heads,
        encoder_ffn_dim=shape.feed_forward,
        decoder_ffn_dim=shape.feed_forward,
        max_position_embeddings=shape.positions,
        activation_function="relu",
        dropout=dropout,
        scale_embedding=True,
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=0,
        forced_eos_token_id=None,
        use_cache=False,
    )
    # On a CPU the fused attention is slow backwards: a fifth of the step more than plain products.
    config._attn_implementation = "sdpa" if torch.cuda.is_available() else "eager"
    model = MarianMTModel(config)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "embed_positions" in name:
                continue
            if weight.dim() == 2 and "shared" not in name and "embed" not in name:
                torch.nn.init.xavier_uniform_(weight)
        table = model.model.shared.weight
        if embeddings is None:
            torch.nn.init.normal_(table, std=shape.width**-0.5)
        else:
            table.copy_(torch.from_numpy(embeddings))
        table[pad].zero_()
    return model


@dataclass
class Losses:
    """Of one batch: label-smoothed and plain cross-entropy and the alignment's, nats a token."""

    smoothed: torch.Tensor
    plain: torch.Tensor
    alignment: torch.Tensor


def _cross_entropy(
    logits: torch.Tensor, labels: torch.Tensor, smoothing: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Label-smoothed and plain cross-entropy, means over the rows of ``logits`` (N, classes).

    The gradient is made in the forward pass, in place: one pass over a large array less than
    autograd takes, a tenth of a training step on a CPU.
    """
    import torch

    class _Smoothed(torch.autograd.Function):
        @staticmethod
        def forward(context: Any, scores: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            rows, classes = scores.shape
            work = scores.to(torch.float32, copy=True)
            picked = work.gather(1, labels[:, None])[:, 0]
            middle = work.mean(dim=1)
            work -= work.amax(dim=1, keepdim=True)
            top = picked - work.gather(1, labels[:, None])[:, 0]
            work.exp_()
            total = work.sum(dim=1, keepdim=True)
            normaliser = total.log()[:, 0] + top
            plain = (normaliser - picked).mean()
            smoothed = (1 - smoothing) * plain + smoothing * (normaliser - middle).mean()
            work /= total * rows
            work -= smoothing / (classes * rows)
            less = torch.full_like(picked, -(1 - smoothing) / rows)[:, None]
            work.scatter_add_(1, labels[:, None], less)
            context.save_for_backward(work.to(scores.dtype))
            context.mark_non_differentiable(plain)
            return smoothed, plain

        @staticmethod
        def backward(context: Any, *grads: torch.Tensor) -> torch.Tensor:
            (kept,) = context.saved_tensors
            made: torch.Tensor = kept * grads[0]
            return made

    smoothed: torch.Tensor
    smoothed, plain = _Smoothed.apply(logits)  # type: ignore[no-untyped-call]
    return smoothed, plain


class Scorer:
    """Runs a Marian model over batches; reads the guided head straight from its projections."""

    def __init__(self, model: Any, smoothing: float) -> None:
        self.model = model
        self.smoothing = smoothing
        self._query: Any = None
        self._key: Any = None
        attention = model.model.decoder.layers[-1].encoder_attn
        self._head_width = int(attention.head_dim)
        self._scaling = float(attention.scaling)
        attention.q_proj.register_forward_hook(self._keep_query)
        attention.k_proj.register_forward_hook(self._keep_key)

    def _keep_query(self, _module: Any, _inputs: Any, output: Any) -> None:
        self._query = output

    def _keep_key(self, _module: Any, _inputs: Any, output: Any) -> None:
        self._key = output

    def __call__(
        self,
        source: torch.Tensor,
        target: torch.Tensor,
        links: torch.Tensor | None,
    ) -> Losses:
        """Losses of a batch.

        Shapes: ``source`` (pairs, S) and ``target`` (pairs, T) int64, ending in ``</s>`` and
        padded with ``<pad>``; ``links`` (pairs, T) int64, the source position that each target
        position is aligned to, -1 for none.
        """
        import torch
        from torch.nn import functional

        pad = self.model.config.pad_token_id
        seen = source != pad
        shifted = torch.full_like(target, pad)
        shifted[:, 1:] = target[:, :-1]
        memory = self.model.model.encoder(input_ids=source, attention_mask=seen)[0]
        states = self.model.model.decoder(
            input_ids=shifted,
            attention_mask=torch.ones_like(target),  # causal; what follows </s> is not scored
            encoder_hidden_states=memory,
            encoder_attention_mask=seen,
            use_cache=False,
        )[0]
        real = target != pad
        table = self.model.get_input_embeddings().weight[:pad]
        logits = functional.linear(states[real], table)
        smoothed, plain = _cross_entropy(logits, target[real], self.smoothing)
        alignment = torch.zeros((), device=source.device)
        if links is not None:
            first = slice(ALIGNED_HEAD * self._head_width, (ALIGNED_HEAD + 1) * self._head_width)
            scores = self._query[..., first] @ self._key[..., first].transpose(1, 2)
            scores = scores.float() * self._scaling
            scores = scores.masked_fill(~seen[:, None, :], -1e9)
            alignment = functional.cross_entropy(
                scores.flatten(0, 1), links.flatten(), ignore_index=-1
            )
        return Losses(smoothed, plain, alignment)


def save(model: Any, pieces: Path, processor: Path, folder: Path) -> None:
    """Save as a Hugging Face Marian folder: weights, ``vocab.json``, ``source.spm`` and so on."""
    import shutil

    folder.mkdir(parents=True, exist_ok=True)
    model.generation_config.forced_eos_token_id = None
    model.save_pretrained(folder)
    shutil.copyfile(pieces, folder / "vocab.json")
    shutil.copyfile(processor, folder / "source.spm")
    shutil.copyfile(processor, folder / "target.spm")
    settings = '{"source_lang": "id", "target_lang": "en", "tokenizer_class": "MarianTokenizer"}\n'
    (folder / "tokenizer_config.json").write_text(settings, encoding="utf-8")
