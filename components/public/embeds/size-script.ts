/**
 * Reports the content height to the embedding page on every change and on request. The message format is the one of
 * AMP, which newsroom scripts understand. A constant string, allowed by its CSP hash.
 */
export const SIZE_SCRIPT = `(function(w,d){if(w.parent===w)return;var last=0;
function tell(again){var h=Math.ceil(d.documentElement.getBoundingClientRect().height);if(h===last&&!again)return;last=h;
w.parent.postMessage({sentinel:'amp',type:'embed-size',height:h},'*')}
w.addEventListener('load',function(){tell()});
w.addEventListener('message',function(e){if(e.source===w.parent&&e.data&&e.data.type==='embed-size-asked')tell(true)});
if(w.ResizeObserver)new ResizeObserver(function(){tell()}).observe(d.documentElement);tell()})(window,document)`

/** Script for the embedding page: resizes the frames of this origin only. */
export const HOST_SCRIPT = `(function(d){var s=d.currentScript;if(!s)return;var origin=new URL(s.src).origin;
function each(f){Array.prototype.forEach.call(d.querySelectorAll('iframe'),function(i){
try{if(new URL(i.src).origin===origin)f(i)}catch(e){}})}
addEventListener('message',function(e){var m=e.data;
if(e.origin!==origin||!m||m.sentinel!=='amp'||m.type!=='embed-size'||!(m.height>0&&m.height<50000))return;
each(function(i){if(i.contentWindow===e.source)i.height=Math.ceil(m.height)})});
each(function(i){i.contentWindow&&i.contentWindow.postMessage({type:'embed-size-asked'},origin)})})(document)
`
